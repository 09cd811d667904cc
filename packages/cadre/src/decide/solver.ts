/** HiGHS is 3.5 MB of WebAssembly: it is loaded when it is first needed. */
const load = () => import("highs");

type Module = Awaited<ReturnType<typeof load>>["default"];
type Loader = Module["default"];

let solver: ReturnType<Loader> | undefined;

/** The solver HiGHS, which solves a linear programme written as text. */
export function loadSolver(): ReturnType<Loader> {
  solver ??= load().then((found) => loaderOf(found.default)());
  return solver;
}

/** Its types speak of CommonJS, where the loader is a property; a module gives the loader itself. */
const loaderOf = (found: Module | Loader): Loader => (typeof found === "function" ? found : found.default);

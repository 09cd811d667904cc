const fail = (): never => {
  throw new Error("This part of Notebook Kit needs a library that is not bundled for use without a network.");
};

/** Stands in for the libraries that Notebook Kit would load from a public server. */
export default class NotBundled {
  static loadAsync = fail;
  constructor() {
    fail();
  }
}
export const tableFromIPC = fail;
export const wasmMemory = fail;

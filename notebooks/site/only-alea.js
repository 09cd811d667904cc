// The one generator of the package that draws come from; the seven others stay out of pages.
import alea from "seedrandom/lib/alea.js";

export default { alea };

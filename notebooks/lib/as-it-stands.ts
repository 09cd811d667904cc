// By way of this file a page fetches one function of the library, and not all of it.
export { asItStands } from "cadre/uncertainty";

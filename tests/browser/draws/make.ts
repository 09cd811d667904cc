import { drawn } from "./town.ts";

Object.assign(window, { make: drawn });

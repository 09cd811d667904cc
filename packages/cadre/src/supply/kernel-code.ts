// Written by `npm run kernel` from the loops of loops.ts.
// biome-ignore-all format: it is written, not edited.
import type { Loops } from "./kernel.ts";

/** The loops as WebAssembly, in base 64. */
export const KERNEL_CODE =
  "AGFzbQEAAAABYAtgBH9/f38AYAN/f38BfGAEf3x/fwBgBX9/f39/AGAGf39/f39/AGAHf39/f39/fwBgBH9/f38BfGAIf39/f3x8f38AYAl/f3" +
  "9/fH9/f38BfGAGf398f39/AGADf39/AAMUEwEGAAIHCAADBAADBQEJBQQAAgoFAwEAAQeXARIKYWdlT25lWWVhcgAQBWRlY2F5AA0DZG90AAwF" +
  "bGVhdmUACgVjb3VudAAOBXRvdGFsAAIFc3BhcmUABQRsb3N0AAgHdGFrZU91dAAEBWNsb3NlAA8Eam9pbgALCG11bHRpcGx5AAYDYWRkABIEbG" +
  "VzcwAJCGFkZFRpbWVzABEFdGltZXMAAwRtb3ZlAAcGbWVtb3J5AgAKsiITXAMBfwF8AXsgAkEERgRAIAAgAUEDdGoiAP0ABAAgAP0ABBD98AEi" +
  "Bf0hACAF/SEBoA8LA0AgAiADSgRAIAQgACABIANqQQN0aisDAKAhBCADQQFqIQMMAQsLIAQL3wEDBHsBfAN/IAMgAyACa0EIb2shCgNAIAIgCk" +
  "gEQCAEIAJBA3QiCyAAaiIJ/QAEACABIAtqIgv9AAQA/fIB/fABIQQgBSAJ/QAEECAL/QAEEP3yAf3wASEFIAYgCf0ABCAgC/0ABCD98gH98AEh" +
  "BiAHIAn9AAQwIAv9AAQw/fIB/fABIQcgAkEIaiECDAELCyAEIAX98AEgBiAH/fAB/fABIgT9IQAgBP0hAaAhCANAIAIgA0gEQCAIIAJBA3QiCS" +
  "AAaisDACABIAlqKwMAoqAhCCACQQFqIQIMAQsLIAgL1QEDBX8CewF8IAEgAm0hBwNAIAIgBUoEQP0MAAAAAAAAAAAAAAAAAAAAACEJ/QwAAAAA" +
  "AAAAAAAAAAAAAAAAIQogBCAHaiIIIAdBBG9rIQEDQCABIARKBEAgCSAAIARBA3RqIgb9AAQA/fABIQkgCiAG/QAEEP3wASEKIARBBGohBAwBCw" +
  "sgCSAK/fABIgn9IQAgCf0hAaAhCwNAIAQgCEgEQCALIAAgBEEDdGorAwCgIQsgBEEBaiEEDAELCyADIAVBA3RqIAs5AwAgBUEBaiEFDAELCwtk" +
  "AgJ/AXsgAf0UIQYgA0F+cUEDdCEFA0AgBCAFSQRAIAIgBGogACAEav0ABAAgBv3yAf0LBAAgBEEQaiEEDAELCyADQQFxBEAgA0EBa0EDdCIDIA" +
  "JqIAAgA2orAwAgAaI5AwALC+kBAgN/AnsgBCAFoyIF/RQhCyAE/RQhDCABQX5xQQN0IQkDQCAIIAlJBEAgBiAIaiIKIAr9AAQAIAAgCGr9AAQA" +
  "IAIgCGr9AAQA/fIBIAv98gH98QH9CwQAIAcgCGoiCiAK/QAEACAAIAhq/QAEACADIAhq/QAEAP3yASAM/fIB/fEB/QsEACAIQRBqIQgMAQsLIA" +
  "FBAXEEQCABQQFrQQN0IgEgBmoiBiAGKwMAIAAgAWorAwAgASACaisDAKIgBaKhOQMAIAEgB2oiAiACKwMAIAAgAWorAwAgASADaisDAKIgBKKh" +
  "OQMACwupAQIDfAR/IAYgCG0hDgNAIAggDEoEQEQAAAAAAAAAACEJQQAhBgNAIAYgDkgEQCAEIA1BA3QiDyAAaisDAKIgASAPaisDAKIgAiAPai" +
  "sDAKMgAyAPaisDAKFEAAAAAAAAAAClIQogBSAPaiAKOQMAIAkgCqAhCSAGQQFqIQYgDUEBaiENDAELCyAHIAxBA3RqIAk5AwAgCyAJoCELIAxB" +
  "AWohDAwBCwsgCwtpAQJ/IANBfnFBA3QhBQNAIAQgBUkEQCACIARqIAAgBGr9AAQAIAEgBGr9AAQA/fIB/QsEACAEQRBqIQQMAQsLIANBAXEEQC" +
  "ADQQFrQQN0IgMgAmogACADaisDACABIANqKwMAojkDAAsL6AEDBH8BfAF7IARBBEYEQANAIAMgBkoEQCACIAZBA3RqIgQgBCsDACAFQQN0IgQg" +
  "AGoiB/0ABAAgASAEaiIE/QAEAP3yASAH/QAEECAE/QAEEP3yAf3wASIK/SEAIAr9IQGgoDkDACAGQQFqIQYgBUEEaiEFDAELCw8LA0AgAyAGSg" +
  "RARAAAAAAAAAAAIQlBACEFA0AgBCAFSgRAIAkgB0EDdCIIIABqKwMAIAEgCGorAwCioCEJIAVBAWohBSAHQQFqIQcMAQsLIAIgBkEDdGoiBSAF" +
  "KwMAIAmgOQMAIAZBAWohBgwBCwsLfAIEfwF8IAIgBW0hCQNAIAUgBkoEQEQAAAAAAAAAACEKQQAhAgNAIAIgCUgEQCAKIAdBA3QiCCAAaisDAC" +
  "ABIAhqKwMAoiADIAhqKwMAoqAhCiACQQFqIQIgB0EBaiEHDAELCyAEIAZBA3RqIAo5AwAgBkEBaiEGDAELCwt8AQN/IANBfnFBA3QhBQNAIAQg" +
  "BUkEQCACIARqIgYgBv0ABAAgACAEav0ABAAgASAEav0ABAD98gH98QH9CwQAIARBEGohBAwBCwsgA0EBcQRAIANBAWtBA3QiAyACaiICIAIrAw" +
  "AgACADaisDACABIANqKwMAoqE5AwALCzkBAn8gASADbSEBA0AgAyAGSgRAIAQgBkEDdGogACACIAUgASAFaiIFEAE5AwAgBkEBaiEGDAELCwtp" +
  "AgR/AXwDQCABIAdKBEAgCEEDdCIJIARqIgogCisDACAHQQN0IgogAGorAwAiCyACIApqKwMAoqA5AwAgBSAJaiIJIAkrAwAgCyADIApqKwMAoq" +
  "A5AwAgB0EBaiEHIAYgCGohCAwBCwsLDAAgACACQQAgARABC+sIAwN8BnsCfyAC/RQhDiABQX5xQQN0IRADQCAPIBBJBED9DAAAAAAAAAAAAAAA" +
  "AAAAAAAhCyAAIA9q/QAEACAO/fIBIgn9DAAAAAAAAMA/AAAAAAAAwD/9SiEKA0AgCv1TBEAgC/0MAAAAAAAA8D8AAAAAAADwP/3wASALIAr9Ui" +
  "ELIAn9DAAAAAAAAOA/AAAAAAAA4D/98gEgCSAK/VIiCf0MAAAAAAAAwD8AAAAAAADAP/1KIQoMAQsL/QwAAAAAAADwPwAAAAAAAPA/IAn9DAAA" +
  "AAAAAPA/AAAAAAAA8D8gCf0MAAAAAAAA4D8AAAAAAADgPyAJ/QxVVVVVVVXFP1VVVVVVVcU/IAn9DFVVVVVVVaU/VVVVVVVVpT8gCf0MERERER" +
  "ERgT8RERERERGBPyAJ/QwXbMEWbMFWPxdswRZswVY/IAn9DBqgARqgASo/GqABGqABKj8gCf0MGqABGqAB+j4aoAEaoAH6PiAJ/Qw0x1al4x3H" +
  "PjTHVqXjHcc+IAn9DFyfeLdPfpI+XJ94t09+kj4gCf0M5ET1Z0XmWj7kRPVnReZaPv3yAf3xAf3yAf3xAf3yAf3xAf3yAf3xAf3yAf3xAf3yAf" +
  "3xAf3yAf3xAf3yAf3xAf3yAf3xASIN/fIB/fEBIgn98gH98QEhCiAL/QwAAAAAAAAAAAAAAAAAAAAA/UohDANAIAz9UwRA/QwAAAAAAADgPwAA" +
  "AAAAAOA/IA39DAAAAAAAAOA/AAAAAAAA4D8gCf3yASAJ/fIB/fAB/fIBIA0gDP1SIQ0gCf0MAAAAAAAA4D8AAAAAAADgP/0MAAAAAAAA8D8AAA" +
  "AAAADwPyAK/fAB/fIB/fIBIAkgDP1SIQkgCiAK/fIBIAogDP1SIQogC/0MAAAAAAAA8D8AAAAAAADwP/3xASALIAz9UiIL/QwAAAAAAAAAAAAA" +
  "AAAAAAAA/UohDAwBCwsgAyAPaiAK/QsEACAEIA9qIA4gCf3yAf0LBAAgBSAPaiAOIA398gH9CwQAIA9BEGohDwwBCwsgAUEBcQRAIAAgAUEBay" +
  "IBQQN0aisDACACoiEGQQAhAANAIAZEAAAAAAAAwD9kBEAgBkQAAAAAAADgP6IhBiAAQQFqIQAMAQsLRAAAAAAAAPA/IAZEAAAAAAAA8D8gBkQA" +
  "AAAAAADgPyAGRFVVVVVVVcU/IAZEVVVVVVVVpT8gBkQRERERERGBPyAGRBdswRZswVY/IAZEGqABGqABKj8gBkQaoAEaoAH6PiAGRDTHVqXjHc" +
  "c+IAZEXJ94t09+kj4gBkTkRPVnReZaPqKhoqGioaKhoqGioaKhoqGioSIIoqEiBqKhIQcDQCAAQQBKBEAgCCAGRAAAAAAAAOA/oiAGoqBEAAAA" +
  "AAAA4D+iIQggBiAHRAAAAAAAAPA/oEQAAAAAAADgP6KiIQYgByAHoiEHIABBAWshAAwBCwsgAUEDdCIAIANqIAc5AwAgACAEaiACIAaiOQMAIA" +
  "AgBWogAiAIojkDAAsLuwMDBn8DewN8IAIgBG0hCwNAIAQgCUoEQCAHIAtqIgIgC0ECb2shDP0MAAAAAAAAAAAAAAAAAAAAACEN/QwAAAAAAAAA" +
  "AAAAAAAAAAAAIQ4gA0EERgRAA0AgByAMSARAIA0gACAIQQN0aiIK/QAEACAK/QAEEP3wASINIAr9AAQgIAr9AAQw/fABIg/9DQABAgMEBQYHEB" +
  "ESExQVFhcgDSAP/Q0ICQoLDA0ODxgZGhscHR4f/fABIg/98AEhDSAOIA8gASAHQQN0av0ABAD98gH98AEhDiAHQQJqIQcgCEEIaiEIDAELCwUD" +
  "QCAHIAxIBEAgDSAAIAggAxAA/RQgACADIAhqIAMQAP0iASIP/fABIQ0gDiAPIAEgB0EDdGr9AAQA/fIB/fABIQ4gB0ECaiEHIAggA0EBdGohCA" +
  "wBCwsLIA39IQAgDf0hAaAhECAO/SEAIA79IQGgIREDQCACIAdKBEAgECAAIAggAxAAIhKgIRAgESASIAEgB0EDdGorAwCioCERIAdBAWohByAD" +
  "IAhqIQgMAQsLIAlBA3QiAiAFaiAQOQMAIAIgBmogETkDACAJQQFqIQkMAQsLC8cCAwJ/AXwBeyAFBEAgA0F+cUEDdCEFA0AgBSAGSwRAIAQgBm" +
  "ogAiAGaiIH/QAEACIJIAEgBmr9AAQA/fIB/QsEACAHIAkgACAGav0ABAD98gH9CwQAIAZBEGohBgwBCwsgA0EBcQRAIANBAWtBA3QiAyACaiIC" +
  "KwMAIQggAyAEaiAIIAEgA2orAwCiOQMAIAIgCCAAIANqKwMAojkDAAsPCyADQX5xQQN0IQUDQCAFIAZLBEAgBCAGaiIHIAf9AAQAIAIgBmoiB/" +
  "0ABAAiCSABIAZq/QAEAP3yAf3wAf0LBAAgByAJIAAgBmr9AAQA/fIB/QsEACAGQRBqIQYMAQsLIANBAXEEQCADQQFrQQN0IgMgAmoiAisDACEI" +
  "IAMgBGoiBCAEKwMAIAggASADaisDAKKgOQMAIAIgCCAAIANqKwMAojkDAAsLzQMBB38gAyIFIAJsIQgDQCABIAZKBEAgBiAIaiAFayEHIAVBAW" +
  "shAwNAIANBAEoEQCADIAVBAWtGBEAgACADIAdqIgRBA3RqIgkgCSsDACAAIARBAWtBA3RqKwMAoDkDAAUgACADIAdqIgRBA3RqIAAgBEEBa0ED" +
  "dGorAwA5AwALIANBAWshAwwBCwsgBUEBSgRAIAAgB0EDdGpEAAAAAAAAAAA5AwALIAJBAUcEQCAHIAVrIQlBACEDA0AgAyAFSARAIAAgByADQQ" +
  "FqIgQgBUEBayIKIAQgCkgbakEDdGoiCiAKKwMAIAAgAyAJakEDdGorAwCgOQMAIAQhAwwBCwsgBUEBRgRAIAAgBkEBakEDdGogBkEDdCIDIABq" +
  "IAlBA3QgA2v8CgAABSAAIAUgBmoiA0EBakEDdGogBkEDdCIEIABqIAlBA3QgBGv8CgAAIAAgA0EDdGpEAAAAAAAAAAA5AwADQCADIAdIBEAgAC" +
  "ADIAVqIgNBAWtBA3RqIgQgBCsDACAAIANBA3RqIgQrAwCgOQMAIAREAAAAAAAAAAA5AwAMAQsLCyAGQQN0IgMgAGpBACAFIAZqQQN0IANr/AsA" +
  "CyAGIAhqIQYMAQsLC3cCA38BeyAB/RQhByADQX5xQQN0IQUDQCAEIAVJBEAgAiAEaiIGIAb9AAQAIAAgBGr9AAQAIAf98gH98AH9CwQAIARBEG" +
  "ohBAwBCwsgA0EBcQRAIANBAWtBA3QiAyACaiICIAIrAwAgACADaisDACABoqA5AwALC2cBA38gAkF+cUEDdCEEA0AgAyAESQRAIAEgA2oiBSAF" +
  "/QAEACAAIANq/QAEAP3wAf0LBAAgA0EQaiEDDAELCyACQQFxBEAgAkEBa0EDdCICIAFqIgEgASsDACAAIAJqKwMAoDkDAAsL";

/** What that exports: arrays are where they begin in its memory, with their length where it is asked for. */
export interface KernelCode {
  readonly ageOneYear: (heads: number, headsLength: number, ages: number, tenures: number) => void;
  readonly decay: (hazard: number, hazardLength: number, delta: number, stay: number, lived: number, joinedLived: number) => void;
  readonly dot: (a: number, aLength: number, b: number) => number;
  readonly leave: (years: number, yearsLength: number, hazard: number, pools: number, sums: number) => void;
  readonly count: (heads: number, fte: number, fteLength: number, tenures: number, pools: number, sums: number, fullTime: number) => void;
  readonly total: (values: number, valuesLength: number, pools: number, sums: number) => void;
  readonly spare: (stock: number, stay: number, lived: number, gone: number, share: number, free: number, freeLength: number, byEntry: number, byEntryLength: number) => number;
  readonly lost: (hazard: number, free: number, freeLength: number, joinedLived: number, into: number, intoLength: number) => void;
  readonly takeOut: (taken: number, takenLength: number, lived: number, joinedLived: number, share: number, delta: number, heads: number, years: number) => void;
  readonly close: (stay: number, lived: number, heads: number, headsLength: number, years: number, first: number) => void;
  readonly join: (joiners: number, joinersLength: number, stay: number, lived: number, heads: number, years: number, tenures: number) => void;
  readonly multiply: (a: number, b: number, into: number, intoLength: number) => void;
  readonly add: (a: number, into: number, intoLength: number) => void;
  readonly less: (factor: number, from: number, into: number, intoLength: number) => void;
  readonly addTimes: (a: number, times: number, into: number, intoLength: number) => void;
  readonly times: (a: number, factor: number, into: number, intoLength: number) => void;
  readonly move: (perHead: number, heads: number, joiners: number, joinersLength: number, tenures: number) => void;
}

const at = (array: Float64Array): number => array.byteOffset;

/** The loops, on arrays in that memory. */
export const loopsOf = (code: KernelCode): Loops => ({
  ageOneYear: (heads, ages, tenures) => code.ageOneYear(at(heads), heads.length, ages, tenures),
  decay: (hazard, delta, stay, lived, joinedLived) => code.decay(at(hazard), hazard.length, delta, at(stay), at(lived), at(joinedLived)),
  dot: (a, b) => code.dot(at(a), a.length, at(b)),
  leave: (years, hazard, pools, sums) => code.leave(at(years), years.length, at(hazard), pools, at(sums)),
  count: (heads, fte, tenures, pools, sums, fullTime) => code.count(at(heads), at(fte), fte.length, tenures, pools, at(sums), at(fullTime)),
  total: (values, pools, sums) => code.total(at(values), values.length, pools, at(sums)),
  spare: (stock, stay, lived, gone, share, free, byEntry) => code.spare(at(stock), at(stay), at(lived), at(gone), share, at(free), free.length, at(byEntry), byEntry.length),
  lost: (hazard, free, joinedLived, into) => code.lost(at(hazard), at(free), free.length, at(joinedLived), at(into), into.length),
  takeOut: (taken, lived, joinedLived, share, delta, heads, years) => code.takeOut(at(taken), taken.length, at(lived), at(joinedLived), share, delta, at(heads), at(years)),
  close: (stay, lived, heads, years, first) => code.close(at(stay), at(lived), at(heads), heads.length, at(years), first ? 1 : 0),
  join: (joiners, stay, lived, heads, years, tenures) => code.join(at(joiners), joiners.length, at(stay), at(lived), at(heads), at(years), tenures),
  multiply: (a, b, into) => code.multiply(at(a), at(b), at(into), into.length),
  add: (a, into) => code.add(at(a), at(into), into.length),
  less: (factor, from, into) => code.less(at(factor), at(from), at(into), into.length),
  addTimes: (a, times, into) => code.addTimes(at(a), times, at(into), into.length),
  times: (a, factor, into) => code.times(at(a), factor, at(into), into.length),
  move: (perHead, heads, joiners, tenures) => code.move(at(perHead), at(heads), at(joiners), joiners.length, tenures),
});

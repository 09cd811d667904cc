// Written by `npm run kernel` from the loops of loops.ts.
// biome-ignore-all format: it is written, not edited.
import type { Loops } from "./kernel.ts";

/** The loops as WebAssembly, in base 64. */
export const KERNEL_CODE = [
  "AGFzbQEAAAABYAtgBH9/f38AYAR/fH9/AGAFf39/f38AYAZ/f39/f38AYAd/f39/f39/AGAEf39/fwF8YAh/f39/fHx/fwBgCX9/f398f39/fw",
  "F8YAN/f38BfGAGf398f39/AGADf39/AAMTEgUAAQYHAAIDAAIECAkEAwABCgUDAQABB5cBEgphZ2VPbmVZZWFyAA8FZGVjYXkADANkb3QACwVs",
  "ZWF2ZQAJBWNvdW50AA0FdG90YWwAAQVzcGFyZQAEBGxvc3QABwd0YWtlT3V0AAMFY2xvc2UADgRqb2luAAoIbXVsdGlwbHkABQNhZGQAEQRsZX",
  "NzAAgIYWRkVGltZXMAEAV0aW1lcwACBG1vdmUABgZtZW1vcnkCAAqGJBLfAQMEewF8A38gAyADIAJrQQhvayEKA0AgAiAKSARAIAQgAkEDdCIL",
  "IABqIgn9AAQAIAEgC2oiC/0ABAD98gH98AEhBCAFIAn9AAQQIAv9AAQQ/fIB/fABIQUgBiAJ/QAEICAL/QAEIP3yAf3wASEGIAcgCf0ABDAgC/",
  "0ABDD98gH98AEhByACQQhqIQIMAQsLIAQgBf3wASAGIAf98AH98AEiBP0hACAE/SEBoCEIA0AgAiADSARAIAggAkEDdCIJIABqKwMAIAEgCWor",
  "AwCioCEIIAJBAWohAgwBCwsgCAvVAQMFfwJ7AXwgASACbSEHA0AgAiAFSgRA/QwAAAAAAAAAAAAAAAAAAAAAIQn9DAAAAAAAAAAAAAAAAAAAAA",
  "AhCiAEIAdqIgggB0EEb2shAQNAIAEgBEoEQCAJIAAgBEEDdGoiBv0ABAD98AEhCSAKIAb9AAQQ/fABIQogBEEEaiEEDAELCyAJIAr98AEiCf0h",
  "ACAJ/SEBoCELA0AgBCAISARAIAsgACAEQQN0aisDAKAhCyAEQQFqIQQMAQsLIAMgBUEDdGogCzkDACAFQQFqIQUMAQsLC2QCAn8BeyAB/RQhBi",
  "ADQX5xQQN0IQUDQCAEIAVJBEAgAiAEaiAAIARq/QAEACAG/fIB/QsEACAEQRBqIQQMAQsLIANBAXEEQCADQQFrQQN0IgMgAmogACADaisDACAB",
  "ojkDAAsL6QECA38CeyAEIAWjIgX9FCELIAT9FCEMIAFBfnFBA3QhCQNAIAggCUkEQCAGIAhqIgogCv0ABAAgACAIav0ABAAgAiAIav0ABAD98g",
  "EgC/3yAf3xAf0LBAAgByAIaiIKIAr9AAQAIAAgCGr9AAQAIAMgCGr9AAQA/fIBIAz98gH98QH9CwQAIAhBEGohCAwBCwsgAUEBcQRAIAFBAWtB",
  "A3QiASAGaiIGIAYrAwAgACABaisDACABIAJqKwMAoiAFoqE5AwAgASAHaiICIAIrAwAgACABaisDACABIANqKwMAoiAEoqE5AwALC6kBAgN8BH",
  "8gBiAIbSEOA0AgCCAMSgRARAAAAAAAAAAAIQlBACEGA0AgBiAOSARAIAQgDUEDdCIPIABqKwMAoiABIA9qKwMAoiACIA9qKwMAoyADIA9qKwMA",
  "oUQAAAAAAAAAAKUhCiAFIA9qIAo5AwAgCSAKoCEJIAZBAWohBiANQQFqIQ0MAQsLIAcgDEEDdGogCTkDACALIAmgIQsgDEEBaiEMDAELCyALC2",
  "kBAn8gA0F+cUEDdCEFA0AgBCAFSQRAIAIgBGogACAEav0ABAAgASAEav0ABAD98gH9CwQAIARBEGohBAwBCwsgA0EBcQRAIANBAWtBA3QiAyAC",
  "aiAAIANqKwMAIAEgA2orAwCiOQMACwvoAQMEfwF8AXsgBEEERgRAA0AgAyAGSgRAIAIgBkEDdGoiBCAEKwMAIAVBA3QiBCAAaiIH/QAEACABIA",
  "RqIgT9AAQA/fIBIAf9AAQQIAT9AAQQ/fIB/fABIgr9IQAgCv0hAaCgOQMAIAZBAWohBiAFQQRqIQUMAQsLDwsDQCADIAZKBEBEAAAAAAAAAAAh",
  "CUEAIQUDQCAEIAVKBEAgCSAHQQN0IgggAGorAwAgASAIaisDAKKgIQkgBUEBaiEFIAdBAWohBwwBCwsgAiAGQQN0aiIFIAUrAwAgCaA5AwAgBk",
  "EBaiEGDAELCwt8AgR/AXwgAiAFbSEJA0AgBSAGSgRARAAAAAAAAAAAIQpBACECA0AgAiAJSARAIAogB0EDdCIIIABqKwMAIAEgCGorAwCiIAMg",
  "CGorAwCioCEKIAJBAWohAiAHQQFqIQcMAQsLIAQgBkEDdGogCjkDACAGQQFqIQYMAQsLC3wBA38gA0F+cUEDdCEFA0AgBCAFSQRAIAIgBGoiBi",
  "AG/QAEACAAIARq/QAEACABIARq/QAEAP3yAf3xAf0LBAAgBEEQaiEEDAELCyADQQFxBEAgA0EBa0EDdCIDIAJqIgIgAisDACAAIANqKwMAIAEg",
  "A2orAwCioTkDAAsLOQECfyABIANtIQEDQCADIAZKBEAgBCAGQQN0aiAAIAIgBSABIAVqIgUQADkDACAGQQFqIQYMAQsLC2kCBH8BfANAIAEgB0",
  "oEQCAIQQN0IgkgBGoiCiAKKwMAIAdBA3QiCiAAaisDACILIAIgCmorAwCioDkDACAFIAlqIgkgCSsDACALIAMgCmorAwCioDkDACAHQQFqIQcg",
  "BiAIaiEIDAELCwsMACAAIAJBACABEAAL8wgDBnsDfAJ/IAL9FCELIAFBfnFBA3QhEANAIA8gEEkEQP0MAAAAAAAAAAAAAAAAAAAAACEJIAAgD2",
  "r9AAQAIAv98gEiBv0MAAAAAAAAwD8AAAAAAADAP/1KIQgDQCAI/VMEQCAJ/QwAAAAAAADwPwAAAAAAAPA//fABIAkgCP1SIQkgBv0MAAAAAAAA",
  "4D8AAAAAAADgP/3yASAGIAj9UiIG/QwAAAAAAADAPwAAAAAAAMA//UohCAwBCwv9DAAAAAAAAOA/AAAAAAAA4D8gBiIH/QxVVVVVVVXFP1VVVV",
  "VVVcU/IAf9DFVVVVVVVaU/VVVVVVVVpT8gB/0MERERERERgT8RERERERGBPyAH/QwXbMEWbMFWPxdswRZswVY/IAf9DBqgARqgASo/GqABGqAB",
  "Kj8gB/0MGqABGqAB+j4aoAEaoAH6PiAH/Qw0x1al4x3HPjTHVqXjHcc+IAf9DFyfeLdPfpI+XJ94t09+kj4gB/0M5ET1Z0XmWj7kRPVnReZaPv",
  "3yAf3xAf3yAf3xAf3yAf3xAf3yAf3xAf3yAf3xAf3yAf3xAf3yAf3xAf3yAf3xAf3yAf3xASEG/QwAAAAAAADwPwAAAAAAAPA/IAf9DAAAAAAA",
  "APA/AAAAAAAA8D8gByAG/fIB/fEBIgj98gH98QEhByAJ/QwAAAAAAAAAAAAAAAAAAAAA/UohCgNAIAr9UwRA/QwAAAAAAADgPwAAAAAAAOA/IA",
  "b9DAAAAAAAAOA/AAAAAAAA4D8gCP3yASAI/fIB/fAB/fIBIAYgCv1SIQYgCP0MAAAAAAAA4D8AAAAAAADgP/0MAAAAAAAA8D8AAAAAAADwPyAH",
  "/fAB/fIB/fIBIAggCv1SIQggByAH/fIBIAcgCv1SIQcgCf0MAAAAAAAA8D8AAAAAAADwP/3xASAJIAr9UiIJ/QwAAAAAAAAAAAAAAAAAAAAA/U",
  "ohCgwBCwsgAyAPaiAH/QsEACAEIA9qIAsgCP3yAf0LBAAgBSAPaiALIAb98gH9CwQAIA9BEGohDwwBCwsgAUEBcQRAIAAgAUEBayIBQQN0aisD",
  "ACACoiEMQQAhAANAIAxEAAAAAAAAwD9kBEAgDEQAAAAAAADgP6IhDCAAQQFqIQAMAQsLRAAAAAAAAOA/IAwiDURVVVVVVVXFPyANRFVVVVVVVa",
  "U/IA1EERERERERgT8gDUQXbMEWbMFWPyANRBqgARqgASo/IA1EGqABGqAB+j4gDUQ0x1al4x3HPiANRFyfeLdPfpI+IA1E5ET1Z0XmWj6ioaKh",
  "oqGioaKhoqGioaKhoqEhDEQAAAAAAADwPyANRAAAAAAAAPA/IA0gDKKhIg6ioSENA0AgAEEASgRAIAwgDkQAAAAAAADgP6IgDqKgRAAAAAAAAO",
  "A/oiEMIA4gDUQAAAAAAADwP6BEAAAAAAAA4D+ioiEOIA0gDaIhDSAAQQFrIQAMAQsLIAFBA3QiACADaiANOQMAIAAgBGogAiAOojkDACAAIAVq",
  "IAIgDKI5AwALC+QFAwN8B38EeyACIARtIQ0DQCAEIAxKBEAgCiANaiIQIA1BAm9rIQ79DAAAAAAAAAAAAAAAAAAAAAAhEf0MAAAAAAAAAAAAAA",
  "AAAAAAACESIANBBEYEQANAIAogDkgEQCARIAAgC0EDdGoiAv0ABAAgAv0ABBD98AEiESAC/QAEICAC/QAEMP3wASIT/Q0AAQIDBAUGBxAREhMU",
  "FRYXIBEgE/0NCAkKCwwNDg8YGRobHB0eH/3wASIT/fABIREgEiATIAEgCkEDdGr9AAQA/fIB/fABIRIgCkECaiEKIAtBCGohCwwBCwsFA0AgCi",
  "AOSARARAAAAAAAAAAAIQdBACECAkAgA0EERgRAIAAgC0EDdGoiAv0ABAAgAv0ABBD98AEiE/0hACAT/SEBoCEHDAELA0AgAiADSARAIAcgACAC",
  "IAtqQQN0aisDAKAhByACQQFqIQIMAQsLCyAH/RQhFCADIAtqIQ9EAAAAAAAAAAAhB0EAIQICQCADQQRGBEAgACAPQQN0aiIC/QAEACAC/QAEEP",
  "3wASIT/SEAIBP9IQGgIQcMAQsDQCACIANIBEAgByAAIAIgD2pBA3RqKwMAoCEHIAJBAWohAgwBCwsLIBEgFCAH/SIBIhP98AEhESASIBMgASAK",
  "QQN0av0ABAD98gH98AEhEiAKQQJqIQogCyADQQF0aiELDAELCwsgEf0hACAR/SEBoCEIIBL9IQAgEv0hAaAhCQNAIAogEEgEQEQAAAAAAAAAAC",
  "EHQQAhAgJAIANBBEYEQCAAIAtBA3RqIgL9AAQAIAL9AAQQ/fABIhH9IQAgEf0hAaAhBwwBCwNAIAIgA0gEQCAHIAAgAiALakEDdGorAwCgIQcg",
  "AkEBaiECDAELCwsgCCAHoCEIIAkgByABIApBA3RqKwMAoqAhCSAKQQFqIQogAyALaiELDAELCyAMQQN0IgIgBWogCDkDACACIAZqIAk5AwAgDE",
  "EBaiEMDAELCwvHAgMCfwF8AXsgBQRAIANBfnFBA3QhBQNAIAUgBksEQCAEIAZqIAIgBmoiB/0ABAAiCSABIAZq/QAEAP3yAf0LBAAgByAJIAAg",
  "Bmr9AAQA/fIB/QsEACAGQRBqIQYMAQsLIANBAXEEQCADQQFrQQN0IgMgAmoiAisDACEIIAMgBGogCCABIANqKwMAojkDACACIAggACADaisDAK",
  "I5AwALDwsgA0F+cUEDdCEFA0AgBSAGSwRAIAQgBmoiByAH/QAEACACIAZqIgf9AAQAIgkgASAGav0ABAD98gH98AH9CwQAIAcgCSAAIAZq/QAE",
  "AP3yAf0LBAAgBkEQaiEGDAELCyADQQFxBEAgA0EBa0EDdCIDIAJqIgIrAwAhCCADIARqIgQgBCsDACAIIAEgA2orAwCioDkDACACIAggACADai",
  "sDAKI5AwALC80DAQd/IAMiBSACbCEIA0AgASAGSgRAIAYgCGogBWshByAFQQFrIQMDQCADQQBKBEAgAyAFQQFrRgRAIAAgAyAHaiIEQQN0aiIJ",
  "IAkrAwAgACAEQQFrQQN0aisDAKA5AwAFIAAgAyAHaiIEQQN0aiAAIARBAWtBA3RqKwMAOQMACyADQQFrIQMMAQsLIAVBAUoEQCAAIAdBA3RqRA",
  "AAAAAAAAAAOQMACyACQQFHBEAgByAFayEJQQAhAwNAIAMgBUgEQCAAIAcgA0EBaiIEIAVBAWsiCiAEIApIG2pBA3RqIgogCisDACAAIAMgCWpB",
  "A3RqKwMAoDkDACAEIQMMAQsLIAVBAUYEQCAAIAZBAWpBA3RqIAZBA3QiAyAAaiAJQQN0IANr/AoAAAUgACAFIAZqIgNBAWpBA3RqIAZBA3QiBC",
  "AAaiAJQQN0IARr/AoAACAAIANBA3RqRAAAAAAAAAAAOQMAA0AgAyAHSARAIAAgAyAFaiIDQQFrQQN0aiIEIAQrAwAgACADQQN0aiIEKwMAoDkD",
  "ACAERAAAAAAAAAAAOQMADAELCwsgBkEDdCIDIABqQQAgBSAGakEDdCADa/wLAAsgBiAIaiEGDAELCwt3AgN/AXsgAf0UIQcgA0F+cUEDdCEFA0",
  "AgBCAFSQRAIAIgBGoiBiAG/QAEACAAIARq/QAEACAH/fIB/fAB/QsEACAEQRBqIQQMAQsLIANBAXEEQCADQQFrQQN0IgMgAmoiAiACKwMAIAAg",
  "A2orAwAgAaKgOQMACwtnAQN/IAJBfnFBA3QhBANAIAMgBEkEQCABIANqIgUgBf0ABAAgACADav0ABAD98AH9CwQAIANBEGohAwwBCwsgAkEBcQ",
  "RAIAJBAWtBA3QiAiABaiIBIAErAwAgACACaisDAKA5AwALCw==",
].join("");

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

/** The loops, on arrays in that memory. */
export const loopsOf = (code: KernelCode): Loops => ({
  ageOneYear: (heads, ages, tenures) => code.ageOneYear(heads.byteOffset, heads.length, ages, tenures),
  decay: (hazard, delta, stay, lived, joinedLived) => code.decay(hazard.byteOffset, hazard.length, delta, stay.byteOffset, lived.byteOffset, joinedLived.byteOffset),
  dot: (a, b) => code.dot(a.byteOffset, a.length, b.byteOffset),
  leave: (years, hazard, pools, sums) => code.leave(years.byteOffset, years.length, hazard.byteOffset, pools, sums.byteOffset),
  count: (heads, fte, tenures, pools, sums, fullTime) => code.count(heads.byteOffset, fte.byteOffset, fte.length, tenures, pools, sums.byteOffset, fullTime.byteOffset),
  total: (values, pools, sums) => code.total(values.byteOffset, values.length, pools, sums.byteOffset),
  spare: (stock, stay, lived, gone, share, free, byEntry) => code.spare(stock.byteOffset, stay.byteOffset, lived.byteOffset, gone.byteOffset, share, free.byteOffset, free.length, byEntry.byteOffset, byEntry.length),
  lost: (hazard, free, joinedLived, into) => code.lost(hazard.byteOffset, free.byteOffset, free.length, joinedLived.byteOffset, into.byteOffset, into.length),
  takeOut: (taken, lived, joinedLived, share, delta, heads, years) => code.takeOut(taken.byteOffset, taken.length, lived.byteOffset, joinedLived.byteOffset, share, delta, heads.byteOffset, years.byteOffset),
  close: (stay, lived, heads, years, first) => code.close(stay.byteOffset, lived.byteOffset, heads.byteOffset, heads.length, years.byteOffset, first ? 1 : 0),
  join: (joiners, stay, lived, heads, years, tenures) => code.join(joiners.byteOffset, joiners.length, stay.byteOffset, lived.byteOffset, heads.byteOffset, years.byteOffset, tenures),
  multiply: (a, b, into) => code.multiply(a.byteOffset, b.byteOffset, into.byteOffset, into.length),
  add: (a, into) => code.add(a.byteOffset, into.byteOffset, into.length),
  less: (factor, from, into) => code.less(factor.byteOffset, from.byteOffset, into.byteOffset, into.length),
  addTimes: (a, times, into) => code.addTimes(a.byteOffset, times, into.byteOffset, into.length),
  times: (a, factor, into) => code.times(a.byteOffset, factor, into.byteOffset, into.length),
  move: (perHead, heads, joiners, tenures) => code.move(perHead.byteOffset, heads.byteOffset, joiners.byteOffset, joiners.length, tenures),
});

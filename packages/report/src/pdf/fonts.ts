import { createRequire } from "node:module";

const find = createRequire(import.meta.url);

/** The files of the letters that pictures and papers are set in, which this package brings along. */
export const FONT_FILES = {
  regular: find.resolve("@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf"),
  bold: find.resolve("@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf"),
};

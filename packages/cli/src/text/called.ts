/** How the reader called this command, for the commands that are suggested next. */
export const calledAs = (): string => (process.env.npm_lifecycle_event === "cadre" ? "npm run -s cadre --" : "cadre");

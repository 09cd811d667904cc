declare module "*/data/texts" {
  const texts: Readonly<Record<string, string>>;
  export default texts;
}

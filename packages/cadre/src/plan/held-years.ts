/** Years in which a number was held at a limit, and the one in which it was furthest beyond. */
export class HeldYears {
  readonly years: number[] = [];
  furthest: { readonly year: number; readonly asked: number; readonly held: number } | undefined;

  add(year: number, asked: number, held: number): void {
    if (!this.years.includes(year)) this.years.push(year);
    const { furthest } = this;
    if (!furthest || asked - held > furthest.asked - furthest.held) this.furthest = { year, asked, held };
  }

  clear(): void {
    this.years.length = 0;
    this.furthest = undefined;
  }
}

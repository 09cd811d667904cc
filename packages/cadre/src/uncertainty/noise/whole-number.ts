/** A number of people that need not be whole, rounded up or down by chance so that it is right on average. */
export function wholeNumber(people: number, next: () => number): number {
  const whole = Math.floor(people);
  const rest = people - whole;
  return rest > 0 && next() < rest ? whole + 1 : whole;
}

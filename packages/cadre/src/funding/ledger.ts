/** Funds of an account by the month they entered, oldest first. */
export class Ledger {
  private readonly lots: { readonly month: number; left: number }[] = [];

  get balance(): number {
    return this.lots.reduce((sum, { left }) => sum + left, 0);
  }

  /** Months have to be entered in order. */
  enter(month: number, amount: number): void {
    if (amount > 0) this.lots.push({ month, left: amount });
  }

  /** Takes up to the wanted amount, oldest funds first; gives what was there to take. */
  take(wanted: number): number {
    let open = wanted;
    for (let oldest = this.lots[0]; open > 0 && oldest; oldest = this.lots[0]) {
      if (oldest.left > open) {
        oldest.left -= open;
        return wanted;
      }
      open -= oldest.left;
      this.lots.shift();
    }
    return wanted - open;
  }

  /** Takes out what is left of funds that entered in a month or before it; gives how much that was. */
  expire(upTo: number): number {
    let gone = 0;
    while (this.lots.length > 0 && this.lots[0]!.month <= upTo) gone += this.lots.shift()?.left ?? 0;
    return gone;
  }
}

// What arrives faster than it can be shown waits its turn: a program that runs away tells millions of events a second, and
// the page must still obey a press of Stop.

/** Milliseconds that a portion of work may hold the page. */
const AT_ONCE = 8;

export class Portions<Portion> {
  private waiting: Portion[] = [];
  private timer = 0;
  private drained: ((all: boolean) => void)[] = [];

  /** @param take does what is to be done with a portion */
  constructor(private readonly take: (portion: Portion) => void) {}

  push(portion: Portion): void {
    this.waiting.push(portion);
    this.timer ||= window.setTimeout(() => this.work());
  }

  /** Resolves when all that was pushed has been taken, at once where that is quickly done; to false where it was cleared. */
  done(): Promise<boolean> {
    this.work();
    return this.waiting.length === 0 ? Promise.resolve(true) : new Promise((resolve) => this.drained.push(resolve));
  }

  /** What waits is not wanted any more. */
  clear(): void {
    clearTimeout(this.timer);
    this.timer = 0;
    this.waiting = [];
    for (const resolve of this.drained.splice(0)) resolve(false);
  }

  private work(): void {
    clearTimeout(this.timer);
    this.timer = 0;
    const until = performance.now() + AT_ONCE;
    let at = 0;
    while (at < this.waiting.length && performance.now() < until) this.take(this.waiting[at++]!);
    this.waiting.splice(0, at);
    if (this.waiting.length > 0) this.timer = window.setTimeout(() => this.work());
    else for (const resolve of this.drained.splice(0)) resolve(true);
  }
}

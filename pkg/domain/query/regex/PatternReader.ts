/** Something RE2 knows that filters do not take; the message completes "… is not supported". */
export class UnsupportedPattern extends Error {
  override readonly name = 'UnsupportedPattern';
}

/** Walks over a pattern by code points. */
export class PatternReader {
  private readonly characters: readonly string[];
  private position = 0;

  constructor(pattern: string) {
    this.characters = [...pattern];
  }

  get done(): boolean {
    return this.position >= this.characters.length;
  }

  peek(ahead = 0): string {
    return this.characters[this.position + ahead] ?? '';
  }

  next(): string {
    const character = this.peek();
    this.position++;
    return character;
  }

  /** What `expression` (sticky at the start) matches here, taken; undefined, and nothing taken, when it does not. */
  take(expression: RegExp): RegExpExecArray | undefined {
    const found = expression.exec(this.characters.slice(this.position).join(''));
    if (found === null || found.index !== 0) {
      return undefined;
    }
    this.position += [...found[0]].length;
    return found;
  }
}

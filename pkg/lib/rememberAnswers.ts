const longestText = 1024;

/**
 * The same function, with its answers for texts that come again and again kept. Bounded, for texts come from outside:
 * long ones are worked out each time, and with `most` answers it starts anew. `answer` must depend on its text alone.
 */
export function rememberAnswers<T>(answer: (text: string) => T, most = 5000): (text: string) => T {
  const known = new Map<string, { answer: T }>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) {
      return before.answer;
    }
    const made = { answer: answer(text) };
    if (text.length <= longestText) {
      if (known.size >= most) {
        known.clear();
      }
      known.set(text, made);
    }
    return made.answer;
  };
}

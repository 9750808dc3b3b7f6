import { rememberAnswers } from './rememberAnswers';

describe('rememberAnswers', () => {
  const asked: string[] = [];
  const lengthOf = (most?: number) =>
    rememberAnswers((text) => {
      asked.push(text);
      return text === '' ? undefined : text.length;
    }, most);

  beforeEach(() => asked.splice(0));

  it('works an answer out once, also where there is none', () => {
    const answer = lengthOf();
    expect([answer('ab'), answer('ab'), answer(''), answer('')]).toEqual([2, 2, undefined, undefined]);
    expect(asked).toEqual(['ab', '']);
  });

  it('starts anew when it holds too much', () => {
    const answer = lengthOf(2);
    ['a', 'b', 'c', 'a'].forEach(answer);
    expect(asked).toEqual(['a', 'b', 'c', 'a']);
  });

  it('keeps nothing for long texts', () => {
    const answer = lengthOf();
    const long = 'x'.repeat(1025);
    expect([answer(long), answer(long)]).toEqual([1025, 1025]);
    expect(asked).toHaveLength(2);
  });
});

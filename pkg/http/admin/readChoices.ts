import { HttpProblem } from '../errors/HttpProblem';

/** A list of words with commas between them, each of `allowed`; empty: any. `name` is the parameter's. */
export function readChoices<T extends string>(name: string, text: string | undefined, allowed: readonly T[]): T[] {
  return (text ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')
    .map((word) => {
      const choice = allowed.find((each) => each === word);
      if (choice === undefined) {
        throw new HttpProblem(400, 'bad_request', `"${name}" must be of ${allowed.join(', ')}`);
      }
      return choice;
    });
}

import { serverProblem } from './serverProblem';

const problem = (message: string, condition: Parameters<typeof serverProblem>[1] = 'threshold') =>
  serverProblem({ message }, condition);

describe('a refusal of the server', () => {
  it.each([
    ['"condition_config.window_minutes" must be >= 1', 'window_minutes', 'Must be >= 1'],
    ['"condition_config.query" cannot be asked: Unknown field "x"', 'query', 'Cannot be asked: Unknown field "x"'],
    ['"condition_config.query.groupBy" is too long', 'query', 'GroupBy is too long'],
    ['"title_template" is no template that can be filled in', 'title_template', 'Is no template that can be filled in'],
    ['body/labels/te-am must match pattern', undefined, undefined],
    [
      'body/labels/team must be string; body/name must be string',
      'labels',
      'Team must be string; body/name must be string',
    ],
    ['There is a rule named "LCP" already. Choose another name', 'name', expect.stringContaining('Choose another')],
    ['"condition_config.kind" cannot be judged yet', 'condition', 'Cannot be judged yet'],
    ['The database does not answer', undefined, undefined],
    ['"nonsense" is wrong', undefined, undefined],
    ['"toString" is wrong', undefined, undefined],
  ])('%s', (message, field, text) => {
    expect(problem(message)).toEqual(field === undefined ? undefined : { field, message: text });
  });

  it('names the length of an absence by the field that it has here', () => {
    expect(problem('"condition_config.for_minutes" must be <= 10080', 'absence')?.field).toBe('absent_minutes');
    expect(problem('"condition_config.for_minutes" must be <= 1440')?.field).toBe('for_minutes');
  });
});

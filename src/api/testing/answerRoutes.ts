import { callRoute } from '../callRoute';

/**
 * Has the server answer each route with what is given for it; an Error is thrown. The test has mocked `callRoute`. What was
 * asked before is forgotten.
 */
export function answerRoutes(answers: Readonly<Record<string, unknown>>): void {
  const route = jest.mocked(callRoute);
  route.mockReset();
  route.mockImplementation((async (_uid: string, name: string) => {
    const answer = answers[name];
    if (answer instanceof Error) {
      throw answer;
    }
    return answer;
  }) as typeof callRoute);
}

/** What was sent to a route, in order. */
export function sentTo(name: string): unknown[] {
  return jest
    .mocked(callRoute)
    .mock.calls.filter(([, called]) => called === name)
    .map(([, , input]) => input);
}

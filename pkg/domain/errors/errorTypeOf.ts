import type { ErrorFacts } from './ErrorFacts';

const network =
  /failed to fetch|networkerror|network error|load failed|network request failed|net::err_|timeout of \d|dynamically imported module/i;

/** Column `error_type` of an error that a page reports: `api` for answers with a status, `network`, else `javascript`. */
export function errorTypeOf(error: Pick<ErrorFacts, 'message' | 'status'>): 'api' | 'network' | 'javascript' {
  if (error.status !== null) {
    return 'api';
  }
  return network.test(error.message.slice(0, 500)) ? 'network' : 'javascript';
}

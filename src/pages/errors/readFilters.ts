import { severities } from '../../contract/severities';
import { errorGroupOrders } from '../../contract/errorGroupStates';
import type { ChosenFilters } from './GroupFilters';

/** The filters that a URL keeps; what is none of ours is left out. */
export function readFilters(search: URLSearchParams): ChosenFilters {
  const app = search.get('app');
  const status = search.get('status');
  const query = search.get('query');
  const severity = severities.find((each) => each === search.get('severity'));
  const sort = errorGroupOrders.find((each) => each === search.get('sort'));
  return {
    ...(app && { app }),
    ...(status !== null && { status }),
    ...(query && { query }),
    ...(severity && { severity }),
    ...(sort && { sort }),
  };
}

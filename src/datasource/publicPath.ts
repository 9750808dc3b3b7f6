/* eslint-disable prefer-const -- webpack's own variable, which the rule takes for one that is never written */
import { nestedFolderToApp } from '../contract/nestedFolderToApp';
import { pluginIds } from '../contract/pluginIds';

declare let __webpack_public_path__: string;

// Grafana serves this nested plugin under its own id, but all lazy chunks lie in the app's folder. Must be the
// first import of module.ts: a chunk asked for before would be looked for in the wrong place and answered with 404.
__webpack_public_path__ = nestedFolderToApp(__webpack_public_path__, pluginIds.datasource, 'datasource');

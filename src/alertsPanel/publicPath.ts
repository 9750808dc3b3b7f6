/* eslint-disable prefer-const -- webpack's own variable, which the rule takes for one that is never written */
import { nestedFolderToApp } from '../contract/nestedFolderToApp';
import { pluginIds } from '../contract/pluginIds';

declare let __webpack_public_path__: string;

// As in the datasource: lazy chunks lie in the app's folder, and this must be the first import of module.tsx.
__webpack_public_path__ = nestedFolderToApp(__webpack_public_path__, pluginIds.panel, 'alertsPanel');

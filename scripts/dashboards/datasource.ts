import { pluginIds } from '../../src/contract/pluginIds';

/** The datasource that provisioning and the app's first run create. */
export const datasource = { type: pluginIds.datasource, uid: 'seamark' };

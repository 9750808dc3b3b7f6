import { pluginIds } from '../contract/pluginIds';

/**
 * The app's public folder, given the datasource's: the same address with the app's id, or one folder up where the
 * address already names the app (as behind a CDN). Any prefix (sub-path, host) stays.
 */
export function datasourceFolderToApp(publicPath: string): string {
  return publicPath.includes(pluginIds.datasource)
    ? publicPath.replace(`${pluginIds.datasource}/`, `${pluginIds.app}/`)
    : publicPath.replace(/\/datasource\/$/, '/');
}

import { pluginIds } from './pluginIds';

/**
 * The app's public folder, given that of a plugin nested in it: the same address with the app's id, or one folder up
 * where the address already names the app (as behind a CDN). Any prefix (sub-path, host) stays.
 */
export function nestedFolderToApp(publicPath: string, nestedId: string, folder: string): string {
  return publicPath.includes(nestedId)
    ? publicPath.replace(`${nestedId}/`, `${pluginIds.app}/`)
    : publicPath.replace(new RegExp(`/${folder}/$`), '/');
}

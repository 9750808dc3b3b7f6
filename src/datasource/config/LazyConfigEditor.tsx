import { lazily } from '../lazily';
import type { ConfigEditorProps } from './ConfigEditor';

export const LazyConfigEditor = lazily<ConfigEditorProps>(async () => (await import('./ConfigEditor')).ConfigEditor);

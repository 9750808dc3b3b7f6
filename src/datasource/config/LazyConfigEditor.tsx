import { lazily } from '../lazily';
import type { ConfigEditorProps } from './ConfigEditorProps';

export const LazyConfigEditor = lazily<ConfigEditorProps>(async () => (await import('./ConfigEditor')).ConfigEditor);

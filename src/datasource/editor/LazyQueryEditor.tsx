import { lazily } from '../lazily';
import type { SeamarkQueryEditorProps } from './QueryEditor';

export const LazyQueryEditor = lazily<SeamarkQueryEditorProps>(async () => (await import('./QueryEditor')).QueryEditor);

import { lazily } from '../lazily';
import type { VariableEditorProps } from './VariableEditor';

export const LazyVariableEditor = lazily<VariableEditorProps>(
  async () => (await import('./VariableEditor')).VariableEditor
);

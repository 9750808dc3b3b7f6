import { lazily } from '../lazily';
import type { AnnotationEditorProps } from './AnnotationEditor';

export const LazyAnnotationEditor = lazily<AnnotationEditorProps>(
  async () => (await import('./AnnotationEditor')).AnnotationEditor
);

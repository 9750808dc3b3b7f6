import { lazily } from '../lazily';
import type { CheatSheetProps } from './CheatSheet';

export const LazyCheatSheet = lazily<CheatSheetProps>(async () => (await import('./CheatSheet')).CheatSheet);

import { useCallback } from 'react';
import type { Finding } from '../../../guidance/finding.ts';
import { wordsFor } from '../../../guidance/messages/words.ts';
import { useWords } from '../pane-context.tsx';

/** What is wrong, in one sentence, as it stands beside a field and in every list. */
export function useFindingText(): (finding: Finding) => string {
  const { rules } = useWords();
  return useCallback((finding) => wordsFor(finding, rules).message, [rules]);
}

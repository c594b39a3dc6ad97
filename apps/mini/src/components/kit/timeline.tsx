import { Box, Txt } from '@/platform/elements';

export interface TimelineStep {
  name: string;
  hint?: string;
  when: 'past' | 'now' | 'next';
  /** “已完成”, “现在”, “下一步”: the state in words. */
  word: string;
}

/** What was, what is, what comes: a short list. */
export function Timeline({ steps }: { steps: readonly TimelineStep[] }) {
  return (
    <Box as="ol" className="timeline">
      {steps.map((step) => (
        <Box as="li" key={step.name} className={`timeline-step is-${step.when}`}>
          <Box className="timeline-dot" decorative />
          <Box className="timeline-words">
            <Box className="timeline-head">
              <Txt className="timeline-name">{step.name}</Txt>
              <Txt className="timeline-when">{step.word}</Txt>
            </Box>
            {step.hint ? (
              <Txt as="p" className="small">
                {step.hint}
              </Txt>
            ) : null}
          </Box>
        </Box>
      ))}
    </Box>
  );
}

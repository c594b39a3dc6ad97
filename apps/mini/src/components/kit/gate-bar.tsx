import { Box, Txt } from '@/platform/elements';

interface GateBarProps {
  /** What is counted: 人数 or 面积. */
  label: string;
  /** “8 / 12 户”. */
  figure: string;
  /** What takes part, and what the law asks, as shares of the whole between 0 and 1. */
  filled: number;
  required: number;
  /** “需 8 户”: stands at the tick. */
  requiredLabel: string;
}

/** One gate on one basis: a hatched bar, and a tick with its number at what the law asks. */
export function GateBar({ label, figure, filled, required, requiredLabel }: GateBarProps) {
  const tick = `${Math.min(100, required * 100)}%`;
  return (
    <Box className="gate">
      <Box className="gate-words">
        <Txt className="gate-label">{label}</Txt>
        <Txt className="gate-figure">{figure}</Txt>
      </Box>
      <Box className="gate-bar" decorative>
        <Box className="gate-filled" style={{ width: `${Math.min(100, filled * 100)}%` }} />
        <Box className="gate-tick" style={{ left: tick }} />
      </Box>
      <Box className="gate-need" style={{ width: tick }}>
        <Txt className="gate-need-label">{requiredLabel}</Txt>
      </Box>
    </Box>
  );
}

import { useState, type ReactNode } from 'react';
import { Box, Heading, Txt } from '@/platform/elements';
import { Row } from './buttons';

interface CardProps {
  title?: string;
  /** One of several that may bear the same title: no landmark of the page. */
  oneOfMany?: boolean;
  children?: ReactNode;
}

/** A sheet of paper within the page. */
export function Card({ title, oneOfMany, children }: CardProps) {
  return (
    <Box as={oneOfMany ? 'div' : 'section'} className="card" label={oneOfMany ? undefined : title}>
      {title ? (
        <Heading level={2} className="card-title">
          {title}
        </Heading>
      ) : null}
      {children}
    </Box>
  );
}

/** A heading between groups. */
export function SectionTitle({ children }: { children: string }) {
  return (
    <Heading level={2} className="section-title">
      {children}
    </Heading>
  );
}

/** What is happening, said in a sentence, large. */
export function Sentence({ children }: { children: ReactNode }) {
  return (
    <Txt as="p" large className="sentence">
      {children}
    </Txt>
  );
}

/** Running text. */
export function Para({ small, children }: { small?: boolean; children: ReactNode }) {
  return (
    <Txt as="p" className={small ? 'small' : 'para'}>
      {children}
    </Txt>
  );
}

/** Short sentences, one under another, each with its dash. */
export function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <Box as="ul" className="lines">
      {lines.map((line) => (
        <Box as="li" key={line} className="line">
          <Txt>{line}</Txt>
        </Box>
      ))}
    </Box>
  );
}

/** A long text as it was written: one paragraph a line. */
export function LongText({ children }: { children: string }) {
  return (
    <Box className="long-text">
      {children
        .split(/\n+/)
        .filter((line) => line.trim() !== '')
        .map((line, index) => (
          <Txt as="p" key={index} className="para">
            {line}
          </Txt>
        ))}
    </Box>
  );
}

export type NoticeKind = 'info' | 'waiting' | 'problem' | 'done';

/** Something to know before going on. Its kind is told by the words of its title, not by colour alone. */
export function Notice({ kind, title, children }: { kind: NoticeKind; title: string; children?: ReactNode }) {
  return (
    <Box className={`notice is-${kind}`} live={kind === 'problem' ? 'assertive' : undefined}>
      <Txt as="p" large className="notice-title">
        {title}
      </Txt>
      {typeof children === 'string' ? (
        <Txt as="p" className="notice-words">
          {children}
        </Txt>
      ) : (
        children
      )}
    </Box>
  );
}

/** A row that opens what stands below it. */
export function Fold({
  label,
  hint,
  value,
  children,
}: {
  label: string;
  hint?: string;
  value?: string;
  children: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  return (
    <Box className="fold">
      <Row label={label} hint={hint} value={value} expanded={open} onPress={() => setOpen(!open)} />
      {open ? <Box className="fold-body">{children}</Box> : null}
    </Box>
  );
}

export interface Fact {
  name: string;
  value: string;
  /** One's own line among others. */
  marked?: boolean;
}

/** Name and value pairs, one under another. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <Box className="facts">
      {facts.map((fact) => (
        <Box key={fact.name} className={`fact ${fact.marked ? 'is-marked' : ''}`}>
          <Txt className="fact-name">{fact.name}</Txt>
          <Txt className="fact-value">{fact.value}</Txt>
        </Box>
      ))}
    </Box>
  );
}

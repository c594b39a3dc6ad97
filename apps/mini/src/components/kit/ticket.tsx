import type { ReactNode } from 'react';
import { Box, Picture, Txt } from '@/platform/elements';
import { qrSource } from '@/platform/qr';

interface TicketProps {
  heading: string;
  /** The code in groups of four, read out group by group. */
  code: string;
  codeLabel: string;
  /** What the square holds, and what it is for, in words. */
  qr?: { text: string; description: string };
  facts: readonly { name: string; value: string }[];
  footer: string;
  children?: ReactNode;
}

/** A receipt that looks like one: the code large, the square below, a torn edge, and what it is not. */
export function Ticket({ heading, code, codeLabel, qr, facts, footer, children }: TicketProps) {
  return (
    <Box as="section" className="ticket" label={heading}>
      <Box className="ticket-top">
        <Txt as="p" className="ticket-heading">
          {heading}
        </Txt>
        {children}
      </Box>
      <Box className="ticket-facts">
        {facts.map((fact) => (
          <Box key={fact.name} className="fact">
            <Txt className="fact-name">{fact.name}</Txt>
            <Txt className="fact-value">{fact.value}</Txt>
          </Box>
        ))}
      </Box>
      <Box className="ticket-tear" decorative />
      <Box className="ticket-stub">
        <Txt as="p" className="small">
          {codeLabel}
        </Txt>
        <Txt as="p" className="ticket-code">
          {code}
        </Txt>
        {qr ? <Picture source={qrSource(qr.text)} description={qr.description} className="ticket-qr" /> : null}
        <Txt as="p" className="ticket-footer">
          {footer}
        </Txt>
      </Box>
    </Box>
  );
}

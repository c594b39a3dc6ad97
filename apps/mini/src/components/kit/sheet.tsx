import type { ReactNode } from 'react';
import { common } from '@/copy/common';
import { Box, Dialog, Heading, Press, Txt } from '@/platform/elements';

interface SheetProps {
  open: boolean;
  title: string;
  onClose: () => void;
  /** Words of the way out; “关闭” when none are given. */
  closeWords?: string;
  children?: ReactNode;
}

/** A question above the page: title, what it is about, the answers, and always a way out. */
export function Sheet({ open, title, onClose, closeWords = common.close, children }: SheetProps) {
  return (
    <Dialog open={open} label={title} onClose={onClose}>
      <Heading level={2} className="sheet-title">
        {title}
      </Heading>
      {children}
      <Box className="sheet-way-out">
        <Press className="text-button" onPress={onClose}>
          <Txt>{closeWords}</Txt>
        </Press>
      </Box>
    </Dialog>
  );
}

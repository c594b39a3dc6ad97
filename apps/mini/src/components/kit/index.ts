export { Page } from './page';
export { Button, ChoiceButtons, OptionButtons, PlainButton, Row, Rows, TextButton, type Choice } from './buttons';
export {
  Card,
  Facts,
  Fold,
  Lines,
  LongText,
  Notice,
  Para,
  SectionTitle,
  Sentence,
  type Fact,
  type NoticeKind,
} from './content';
export { Field, NoteField } from './form';
export { PhotoField } from './photo-field';
export { GateBar } from './gate-bar';
export { Sheet } from './sheet';
export { SignaturePad } from './signature-pad';
export type { Photo, SignatureValue } from '@/platform/elements.types';
export { Empty, ErrorState, Skeleton } from './states';
export { FirstTextSizeQuestion, TextSizeChoice } from './text-size-sheet';
export { Ticket } from './ticket';
export { Timeline, type TimelineStep } from './timeline';
export { Trouble, useBroughtIntoView } from './trouble';
export { Box, Heading, OptionList, Picture, Press, Txt } from '@/platform/elements';

import type { CSSProperties, ReactNode, Ref } from 'react';

/** The few elements everything else is made of; each platform draws them natively. */
export interface BoxProps {
  as?: 'div' | 'section' | 'header' | 'footer' | 'nav' | 'ul' | 'ol' | 'li' | 'main';
  className?: string;
  style?: CSSProperties;
  id?: string;
  /** Name for screen readers, where the content does not say it. */
  label?: string;
  /** Read out when it changes. */
  live?: 'polite' | 'assertive';
  /** Decoration: screen readers pass it by. */
  decorative?: boolean;
  /** A drawing made of boxes, read as one picture with `label`. */
  picture?: boolean;
  /** Kept as it is, but neither seen nor reached. */
  away?: boolean;
  /** A finger or a key anywhere inside. */
  onTouch?: () => void;
  children?: ReactNode;
}

export interface TxtProps {
  as?: 'span' | 'p' | 'strong';
  /** Few and large words: no line ends inside one. */
  large?: boolean;
  className?: string;
  id?: string;
  decorative?: boolean;
  children?: ReactNode;
}

export interface HeadingProps {
  level: 1 | 2 | 3;
  className?: string;
  id?: string;
  focusRef?: Ref<HTMLHeadingElement>;
  children?: ReactNode;
}

export interface PressProps {
  onPress: () => void;
  className?: string;
  disabled?: boolean;
  /** Name for screen readers when the words inside are not enough. */
  label?: string;
  /** A choice that is on or off. */
  pressed?: boolean;
  /** It opens and closes what follows. */
  expanded?: boolean;
  children?: ReactNode;
}

export interface InputProps {
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  kind?: 'text' | 'phone' | 'digits' | 'code' | 'password';
  maxLength?: number;
  placeholder?: string;
  invalid?: boolean;
  describedBy?: string;
  autoComplete?: string;
  className?: string;
  onEnter?: () => void;
}

export interface TextAreaProps {
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  maxLength?: number;
  placeholder?: string;
  className?: string;
}

export interface Option<Value extends string> {
  value: Value;
  label: string;
  hint?: string;
}

export interface OptionListProps<Value extends string> {
  /** What is asked; read before each option. */
  legend: string;
  legendHidden?: boolean;
  multiple?: boolean;
  options: readonly Option<Value>[];
  values: readonly Value[];
  onToggle: (value: Value) => void;
}

export interface DialogProps {
  open: boolean;
  label: string;
  onClose: () => void;
  children?: ReactNode;
}

export interface PictureProps {
  source: string;
  description: string;
  className?: string;
}

/** A photograph as it travels, and as it is shown before. */
export interface Photo {
  jpegBase64: string;
  /** Source of a picture. */
  preview: string;
}

export interface PhotoPickProps {
  children: string;
  className?: string;
  /** Choosing has begun. */
  onWorking: () => void;
  /** Null when nothing was chosen after all. */
  onPhoto: (photo: Photo | null) => void;
  onTrouble: (trouble: 'unreadable' | 'too_large') => void;
}

export interface SignatureSurfaceProps {
  label: string;
  hint: string;
  /** A PNG as base64 after each stroke; null when the box is empty. */
  onChange: (pngBase64: string | null) => void;
  /** A new number empties the box. */
  round: number;
}

/** A signature as it travels: drawn with the finger, or the name typed by someone who cannot. */
export type SignatureValue = { kind: 'drawn'; pngBase64: string } | { kind: 'typed'; typedName: string };

/** A button that asks WeChat's own way for the phone number of whoever holds the phone. */
export interface PhoneNumberButtonProps {
  children: string;
  className?: string;
  disabled?: boolean;
  /** The single-use code behind which the number stands; null when the person did not allow it. */
  onPhoneCode: (phoneCode: string | null) => void;
}

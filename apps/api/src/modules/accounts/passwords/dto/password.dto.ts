import { Password } from '../../../../platform/validation';
import { MOST_PASSWORD_LENGTH } from '../password-rules';

export class ChangePasswordInput {
  @Password({ max: MOST_PASSWORD_LENGTH })
  currentPassword!: string;

  @Password({ max: MOST_PASSWORD_LENGTH, description: 'At least 12 characters, none that everybody uses' })
  newPassword!: string;
}

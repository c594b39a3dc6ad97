import { Text } from '../../../../platform/validation';

export class DevicePinInput {
  @Text({ min: 6, max: 6, pattern: /^\d{6}$/, example: '273951' })
  pin!: string;
}

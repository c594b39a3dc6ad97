import { Instant, Int, ManyOf, OneOf, Text } from '../../../platform/validation';
import { MOST_WEAPP_PERMISSIONS } from '../reminder-limits';
import { REMINDER_CHANNELS, SENDING_CHANNELS, type ReminderChannel, type SendingChannel } from '../reminder.types';

/** By what a person is reminded of a round they have not answered. */
export class ReminderChoiceDto {
  @OneOf(REMINDER_CHANNELS, { description: '`none` also before anything was chosen: nobody is reminded unasked' })
  channel!: ReminderChannel;

  @ManyOf(SENDING_CHANNELS, { description: 'What this account can choose now' })
  choosable!: SendingChannel[];

  @Int({ min: 0, max: MOST_WEAPP_PERMISSIONS, description: 'Messages WeChat still lets through, as counted here' })
  weappPermissions!: number;

  @Text({ max: 64, nullable: true, description: 'For wx.requestSubscribeMessage; null: no reminders by WeChat here' })
  weappTemplateId!: string | null;

  @Instant({ nullable: true, description: 'Null before anything was chosen' })
  chosenAt!: string | null;
}

export class ChooseReminderInput {
  @OneOf(REMINDER_CHANNELS)
  channel!: ReminderChannel;

  @Text({
    max: 20,
    nullable: true,
    description: 'Version of the text of the purpose `text-messages` that stood beside the choice; null for `none`',
  })
  textVersion!: string | null;
}

import { Module } from '@nestjs/common';
import { BindingsModule } from '../bindings';
import { GatewaysModule } from '../gateways';
import { PrivacyModule } from '../privacy';
import { RoundsModule } from '../rounds';
import { ChooseReminder } from './choose-reminder';
import { MyRemindersController } from './my-reminders.controller';
import { ReminderRecords } from './personal-records';
import { RemindRound } from './remind-round';
import { ReminderWays } from './reminder-ways';
import { ReminderQueue } from './reminder-queue';
import { RemindersRepository } from './reminders.repository';
import { RoundRemindersController } from './round-reminders.controller';
import { SendReminders } from './send-reminders';

/** Reminding those who have not answered, by the channel they chose, and a list of the doors no message reaches. */
@Module({
  imports: [BindingsModule, GatewaysModule, PrivacyModule, RoundsModule],
  controllers: [MyRemindersController, RoundRemindersController],
  providers: [
    ChooseReminder,
    RemindRound,
    ReminderQueue,
    ReminderRecords,
    ReminderWays,
    RemindersRepository,
    SendReminders,
  ],
  exports: [ChooseReminder, SendReminders],
})
export class RemindersModule {}

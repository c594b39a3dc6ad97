export { ChooseReminder, REMINDER_PURPOSE } from './choose-reminder';
export { RemindersModule } from './reminders.module';
export { SendReminders } from './send-reminders';

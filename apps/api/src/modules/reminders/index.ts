export { RemindersModule } from './reminders.module';
export { SendReminders } from './send-reminders';

export { AppConfig, readConfig } from './app-config';
export { ConfigModule } from './config.module';

export { AppConfig, readConfig, readServerConfig } from './app-config';
export { ConfigModule } from './config.module';

export { TitlesModule } from './titles.module';

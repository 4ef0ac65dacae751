import './elements/app/app.ts';

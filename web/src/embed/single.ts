// The page as one file. The engine is unpacked before anything can ask for it.
import './luggage.ts';
import '../main.ts';

"""logging.config: dictConfig. What reads files or listens on a socket is refused by name."""
import logging
import logging.handlers
import re


def _resolve(name):
    parts = name.split(".")
    used = parts.pop(0)
    try:
        found = __import__(used)
        for part in parts:
            used += "." + part
            try:
                found = getattr(found, part)
            except AttributeError:
                __import__(used)
                found = getattr(found, part)
    except ImportError as e:
        raise ValueError(f"Cannot resolve {name!r}: {e}") from e
    return found


class DictConfigurator:
    def __init__(self, config):
        self.config = config

    def _value(self, v):
        # "ext://sys.stdout", "cfg://handlers.file"
        if isinstance(v, str) and (m := re.match(r"(ext|cfg)://(.*)$", v)):
            kind, rest = m.groups()
            if kind == "ext":
                return _resolve(rest)
            found = self.config
            for part in re.findall(r"\w+", rest):
                found = found[int(part) if part.isdigit() and not isinstance(found, dict) else part]
            return self._value(found)
        if isinstance(v, dict):
            return {k: self._value(x) for k, x in v.items()}
        if isinstance(v, (list, tuple)):
            return type(v)(self._value(x) for x in v)
        return v

    def _custom(self, config):
        made = config.pop("()")
        made = made if callable(made) else _resolve(made)
        more = config.pop(".", None)
        result = made(**{k: self._value(v) for k, v in config.items() if k.isidentifier()})
        for name, value in (more or {}).items():
            setattr(result, name, value)
        return result

    def _formatter(self, config):
        config = dict(config)
        if "()" in config:
            return self._custom(config)
        cls = config.get("class")
        kw = {"defaults": config["defaults"]} if "defaults" in config else {}
        if "validate" in config:
            kw["validate"] = config["validate"]
        return (_resolve(cls) if cls else logging.Formatter)(config.get("format"), config.get("datefmt"), config.get("style", "%"), **kw)

    def _filter(self, config):
        config = dict(config)
        return self._custom(config) if "()" in config else logging.Filter(config.get("name", ""))

    def _add_filters(self, to, names):
        for f in names or ():
            try:
                to.addFilter(f if callable(f) or hasattr(f, "filter") else self.filters[f])
            except Exception as e:
                raise ValueError(f"Unable to add filter {f!r}") from e

    def _handler(self, config):
        config = dict(config)
        formatter, level, filters = config.pop("formatter", None), config.pop("level", None), config.pop("filters", None)
        if formatter:
            try:
                formatter = self.formatters[formatter]
            except Exception as e:
                raise ValueError(f"Unable to set formatter {formatter!r}") from e
        if "()" in config:
            made = self._custom(config)
        else:
            cls = config.pop("class")
            cls = cls if callable(cls) else _resolve(cls)
            if issubclass(cls, logging.handlers.MemoryHandler) and "target" in config:
                config["target"] = self.handlers[config["target"]]
            more = config.pop(".", None)
            made = cls(**{k: self._value(v) for k, v in config.items() if k.isidentifier()})
            for name, value in (more or {}).items():
                setattr(made, name, value)
        if formatter:
            made.setFormatter(formatter)
        if level is not None:
            made.setLevel(level)
        self._add_filters(made, filters)
        return made

    def _common(self, logger, config, incremental):
        level = config.get("level")
        if level is not None:
            logger.setLevel(logging._checkLevel(level))
        if not incremental:
            for h in logger.handlers[:]:
                logger.removeHandler(h)
            for name in config.get("handlers") or ():
                try:
                    logger.addHandler(self.handlers[name])
                except Exception as e:
                    raise ValueError(f"Unable to add handler {name!r}") from e
            self._add_filters(logger, config.get("filters"))

    def configure(self):
        config = self.config
        if "version" not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config["version"] != 1:
            raise ValueError(f"Unsupported version: {config['version']}")
        incremental = config.get("incremental", False)
        self.formatters, self.filters, self.handlers = {}, {}, {}
        if incremental:
            for name, part in config.get("handlers", {}).items():
                handler = logging.getHandlerByName(name)
                if handler is None:
                    raise ValueError(f"No handler found with name {name!r}")
                if part.get("level"):
                    handler.setLevel(logging._checkLevel(part["level"]))
        else:
            old = set(logging.root.manager.loggerDict)
            for kind, table, make in (("formatter", self.formatters, self._formatter), ("filter", self.filters, self._filter)):
                for name, part in config.get(kind + "s", {}).items():
                    try:
                        table[name] = make(part)
                    except Exception as e:
                        raise ValueError(f"Unable to configure {kind} {name!r}") from e
            waiting = sorted(config.get("handlers", {}))
            for name in waiting:
                try:
                    handler = self._handler(config["handlers"][name])
                    handler.name = name
                    self.handlers[name] = handler
                except Exception as e:
                    raise ValueError(f"Unable to configure handler {name!r}") from e
            wanted = config.get("loggers", {})
            disable = config.get("disable_existing_loggers", True)
            for name in sorted(old):
                logger = logging.root.manager.loggerDict[name]
                if name in wanted or not isinstance(logger, logging.Logger):
                    continue
                if any(name.startswith(w + ".") for w in wanted):
                    logger.level, logger.handlers, logger.propagate = logging.NOTSET, [], True
                else:
                    logger.disabled = disable
        for name, part in config.get("loggers", {}).items():
            try:
                logger = logging.getLogger(name)
                self._common(logger, part, incremental)
                logger.disabled = False
                if part.get("propagate") is not None:
                    logger.propagate = part["propagate"]
            except Exception as e:
                raise ValueError(f"Unable to configure logger {name!r}") from e
        if config.get("root"):
            try:
                self._common(logging.root, config["root"], incremental)
            except Exception as e:
                raise ValueError("Unable to configure root logger") from e


dictConfigClass = DictConfigurator


def dictConfig(config):
    dictConfigClass(config).configure()

"""No package is installed here, so none has a version."""


class PackageNotFoundError(ModuleNotFoundError):
    def __str__(self):
        return f"No package metadata was found for {self.name}"

    @property
    def name(self):
        return self.args[0]


def distribution(distribution_name):
    raise PackageNotFoundError(distribution_name)


def version(distribution_name): distribution(distribution_name)
def metadata(distribution_name): distribution(distribution_name)
def requires(distribution_name): distribution(distribution_name)
def files(distribution_name): distribution(distribution_name)
def distributions(**kwargs): return iter(())

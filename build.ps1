#!/usr/bin/env pwsh
<#
.SYNOPSIS
Builds the site, or takes one of the steps that CI takes. PowerShell 7 on any system, and the .NET SDK.

.DESCRIPTION
./build.ps1 [target] [options]. Its exit status is that of the first step that failed, and 0 if none did.

.PARAMETER Target
Site   writes output/ (the default)
Serve  shows the site in a browser while it is written
Check  says what is wrong with the content, and writes nothing
Test   runs all tests
Bench  measures each stage
Pack   makes the package of the dotnet tool, below generator/Palabre/bin/Release/
Ci     restore, format check, build, the sample strictly, and test: what CI asks of a change

Whatever follows goes to palabre (Site, Serve, Check) or to dotnet (Test, Pack); of Bench, it stands for the filter:
./build.ps1 Site --drafts
./build.ps1 Test --filter Threader
./build.ps1 Bench '*Markdown*'
#>
param(
    [ValidateSet('Site', 'Serve', 'Check', 'Test', 'Bench', 'Pack', 'Ci')]
    [string] $Target = 'Site'
)

# Core language and native commands only.
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $false
$root = $PSScriptRoot
$rest = $args

# Runs dotnet; if that fails, the script ends with its exit status.
function Step([string] $Name, [string[]] $Arguments) {
    "== $Name"
    & dotnet @Arguments
    if ($LASTEXITCODE -ne 0) {
        "== $Name failed: exit status $LASTEXITCODE"
        exit $LASTEXITCODE
    }
}

if (-not (Get-Command dotnet -ErrorAction Ignore)) {
    '== There is no dotnet on this machine: the .NET 10 SDK is at https://dotnet.microsoft.com/download'
    exit 3
}

$solution = "$root/Palabre.slnx"
$program = "$root/generator/Palabre"
$palabre = @('run', '--project', $program, '--')

switch ($Target) {
    'Site' { Step 'Site' ($palabre + @('build', $root) + $rest) }
    'Serve' { Step 'Serve' ($palabre + @('serve', $root) + $rest) }
    'Check' { Step 'Check' ($palabre + @('check', $root) + $rest) }
    'Test' { Step 'Test' (@('test', $solution) + $rest) }
    'Bench' {
        if ($rest.Count -eq 0) { $rest = @('*') }
        Step 'Bench' (@('run', '-c', 'Release', '--project', "$root/tests/Palabre.Benchmarks", '--', '--filter') + $rest)
    }
    'Pack' { Step 'Pack' (@('pack', $program, '-c', 'Release') + $rest) }
    'Ci' {
        Step 'Restore' @('restore', $solution, '--locked-mode')
        Step 'Format' @('format', 'whitespace', $solution, '--verify-no-changes', '--no-restore')
        Step 'Build' @('build', $solution, '-c', 'Release', '--no-restore')
        Step 'Site' @('run', '--project', $program, '-c', 'Release', '--no-build', '--', 'build', $root, '--strict')
        Step 'Test' @('test', $solution, '-c', 'Release', '--no-build')
    }
}
exit 0

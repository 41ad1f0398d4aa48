#!/usr/bin/env pwsh
<#
.SYNOPSIS
Builds the site, or takes one of the steps that CI takes. PowerShell 7 on any system, and the .NET SDK.

.PARAMETER Target
Site   writes output/ (the default)
Check  says what is wrong with the content, and writes nothing
Test   runs all tests
Ci     restore, format check, build, test and the sample, strictly: what CI asks of a change

.PARAMETER Rest
Options for palabre, of Site and Check: ./build.ps1 Site --drafts
#>
param(
    [Parameter(Position = 0)]
    [ValidateSet('Site', 'Check', 'Test', 'Ci')]
    [string] $Target = 'Site',

    [Parameter(Position = 1, ValueFromRemainingArguments = $true)]
    [string[]] $Rest = @()
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $false
$root = $PSScriptRoot

# Core language and native commands only. Runs a step; if it fails, the script ends with its exit status.
function Step([string] $Name, [string[]] $Arguments) {
    [Console]::WriteLine("== $Name")
    & dotnet @Arguments
    if ($LASTEXITCODE -ne 0) {
        [Console]::WriteLine("== $Name failed: exit status $LASTEXITCODE")
        exit $LASTEXITCODE
    }
}

$solution = "$root/Palabre.slnx"
$palabre = @('run', '--project', "$root/generator/Palabre", '--')

switch ($Target) {
    'Site' { Step 'Site' ($palabre + @('build', $root) + $Rest) }
    'Check' { Step 'Check' ($palabre + @('check', $root) + $Rest) }
    'Test' { Step 'Test' @('test', $solution) }
    'Ci' {
        Step 'Restore' @('restore', $solution, '--locked-mode')
        Step 'Format' @('format', $solution, '--verify-no-changes', '--no-restore')
        Step 'Build' @('build', $solution, '-c', 'Release', '--no-restore')
        Step 'Test' @('test', $solution, '-c', 'Release', '--no-build')
        Step 'Site' @('run', '--project', "$root/generator/Palabre", '-c', 'Release', '--no-build', '--', 'build', $root, '--strict')
    }
}
exit 0
